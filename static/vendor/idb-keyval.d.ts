// Types of idb-keyval.js.
export type UseStore = <T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => T | PromiseLike<T>) => Promise<T>;
export function get<T = any>(key: IDBValidKey, store?: UseStore): Promise<T | undefined>;
export function set(key: IDBValidKey, value: any, store?: UseStore): Promise<void>;
export function del(key: IDBValidKey, store?: UseStore): Promise<void>;
export function update<T = any>(key: IDBValidKey, change: (before: T | undefined) => T, store?: UseStore): Promise<void>;
export function createStore(database: string, store: string): UseStore;
