// Types of fast-diff.js: -1 delete, 0 keep, 1 insert.
export type Piece = [-1 | 0 | 1, string];
export default function diff(before: string, after: string, cursor?: number | object, cleanup?: boolean): Piece[];
