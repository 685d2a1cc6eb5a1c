// Types of preact-htm-signals.js, as far as this product uses them.
export interface VNode { type: any; props: any; key: any }
export type Child = VNode | string | number | bigint | boolean | null | undefined | ReadonlySignal<any> | Child[];
export function h(type: any, props?: any, ...children: any[]): VNode;
export function Fragment(props: { children?: any }): VNode;
export function render(vnode: any, parent: Element | DocumentFragment, replace?: Element | Text): void;
export function html(strings: TemplateStringsArray, ...values: any[]): any;

export interface ReadonlySignal<T> {
  readonly value: T;
  peek(): T;
  subscribe(fn: (value: T) => void): () => void;
}
export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}
export function signal<T>(value: T): Signal<T>;
export function signal<T = undefined>(): Signal<T | undefined>;
export function computed<T>(fn: () => T): ReadonlySignal<T>;
export function effect(fn: () => void | (() => void)): () => void;
export function batch<T>(fn: () => T): T;
export function untracked<T>(fn: () => T): T;

export type Setter<T> = (value: T | ((before: T) => T)) => void;
export function useState<T>(initial: T | (() => T)): [T, Setter<T>];
export function useState<T = undefined>(): [T | undefined, Setter<T | undefined>];
export function useEffect(fn: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useLayoutEffect(fn: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useRef<T>(initial: T): { current: T };
export function useRef<T = any>(initial?: T | null): { current: T | null };
export function useMemo<T>(fn: () => T, inputs?: readonly unknown[]): T;
export function useSignal<T>(value: T): Signal<T>;
export function useComputed<T>(fn: () => T): ReadonlySignal<T>;
