// What somebody entered as they joined, kept in the browser so that it need not be typed again.

/** The name it has in the browser's storage. */
export const PROFILE = "profile";
