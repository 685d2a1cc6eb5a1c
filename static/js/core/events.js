// A named list of listeners. One that throws does not stop the others.

export class Events {
  constructor() {
    /** @type {Map<string, Set<(value: any) => void>>} */
    this.listeners = new Map();
  }

  /** @param {string} name @param {(value: any) => void} listener @returns {() => void} */
  on(name, listener) {
    let all = this.listeners.get(name);
    if (!all) this.listeners.set(name, (all = new Set()));
    all.add(listener);
    return () => void all.delete(listener);
  }

  /** @param {string} name @param {unknown} [value] */
  emit(name, value) {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      try {
        listener(value);
      } catch (error) {
        console.error(error);
      }
    }
  }
}

/** A random name of `length` letters. @param {() => number} random from 0 to below 1 @param {number} [length] */
export function randomName(random, length = 20) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let name = "";
  while (name.length < length) name += letters[Math.floor(random() * 64)];
  return name;
}
