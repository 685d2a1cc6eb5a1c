// Lists that travel gzipped in base64 (rule S10). Fails where the browser cannot unpack: the caller then asks over HTTP, where
// nothing is packed.

/** @param {string} packed @returns {Promise<any>} */
export async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
