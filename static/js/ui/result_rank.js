/** Ranks of a round's results. Pure: what is shown of them is in result_list.js. */
/** @typedef {{rank: number, target: string, votes: number, proxy: number, associations: number}} Row */

/** Equal votes share a rank: 1, 2, 2, 4. @param {[string, number, number, number][]} targets most votes first @returns {Row[]} */
export function ranked(targets) {
  const sorted = [...targets].sort((a, b) => b[1] + b[2] - (a[1] + a[2]));
  /** @type {Row[]} */
  const rows = [];
  sorted.forEach(([target, votes, proxy, associations], i) => {
    const above = rows[i - 1];
    const rank = above && above.votes + above.proxy === votes + proxy ? above.rank : i + 1;
    rows.push({ rank, target, votes, proxy, associations });
  });
  return rows;
}
