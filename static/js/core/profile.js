/** What somebody entered as they joined is kept under this name in the browser's storage, so that it need not be typed again. */
export const PROFILE = "profile";
