// Examines every graph of up to five statements: each pair of statements may be joined by an argument, and those graphs
// that differ only in the names of all statements but the thesis are tried once. A statement is written where it is used
// first, or last, or nowhere.

function everyGraph() {
  const permutations = (items) =>
    items.length < 2
      ? [items]
      : items.flatMap((x, n) =>
          permutations([...items.slice(0, n), ...items.slice(n + 1)]).map((rest) => [x, ...rest]),
        );
  let graphs = 0;
  let states = 0;
  for (let size = 1; size <= 5; size += 1) {
    const pairs = [];
    for (let from = 0; from < size; from += 1)
      for (let to = 0; to < size; to += 1) if (from !== to) pairs.push([from, to]);
    const place = new Map(pairs.map(([from, to], n) => [from * 8 + to, n]));
    const renamings = permutations([...new Array(size).keys()].slice(1)).map((rest) => {
      const named = [0, ...rest];
      return pairs.map(([from, to]) => 1 << place.get(named[from] * 8 + named[to]));
    });
    for (let edges = 0; edges < 1 << pairs.length; edges += 1) {
      let reached = 1;
      for (let before = 0; before !== reached;) {
        before = reached;
        for (let n = 0; n < pairs.length; n += 1)
          if ((edges >> n) & 1 && (reached >> pairs[n][0]) & 1) reached |= 1 << pairs[n][1];
      }
      if (reached !== (1 << size) - 1) continue;
      let isLeast = true;
      for (const renaming of renamings) {
        let other = 0;
        for (let n = 0; n < pairs.length; n += 1) if ((edges >> n) & 1) other |= renaming[n];
        if (other < edges) {
          isLeast = false;
          break;
        }
      }
      if (!isLeast) continue;
      graphs += 1;
      const used = pairs.filter((_, n) => (edges >> n) & 1);
      for (const way of [0, 1, 2]) {
        const written = new Set();
        const order = way === 1 ? [...used.keys()].reverse() : [...used.keys()];
        const home = new Map();
        if (way !== 2)
          for (const n of order)
            if (used[n][1] && !written.has(used[n][1])) {
              written.add(used[n][1]);
              home.set(n, [0]);
            }
        const steps = used.map(([on, premise], n) => ({ on, premises: [premise], home: home.get(n) ?? [] }));
        const statements = [...new Array(size).keys()].map((id) => ({ id: String(id) }));
        states += examine(linked({ statements, arguments: steps, tops: [{ statement: 0 }], thesis: 0 }));
      }
    }
  }
  return [graphs, states];
}
