// Folding by levels: below one everything is folded, but for single statements that are exceptions.

/** So many statements at most are unfolded at first, when a map has more. */
const MANY = 40;

/** Whether a statement of some depth is folded. */
export function isFolded({ level, others }, id, depth) {
  return depth >= level !== others.has(id);
}

/** The deepest level that leaves a map easy to survey. */
export function usualLevel(depths) {
  if (depths.length <= MANY) return Infinity;
  const perLevel = [];
  for (const depth of depths) perLevel[depth] = (perLevel[depth] ?? 0) + 1;
  let level = 0;
  let sum = perLevel[0];
  while (level + 1 < perLevel.length && sum + perLevel[level + 1] <= MANY) {
    level += 1;
    sum += perLevel[level];
  }
  return Math.max(1, level);
}
