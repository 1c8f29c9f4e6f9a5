// What must hold of a map in every state of folding, said a second time without the walk that is tested.

function examine(map, sharing) {
  const size = map.statements.length;
  const everything = (1 << size) - 1;
  const below = map.on.map((steps) => {
    let found = 0;
    for (const step of steps)
      for (const argument of withCuts(map, step)) {
        for (const premise of map.arguments[argument].premises) found |= 1 << premise;
      }
    return found;
  });
  let roots = 0;
  for (const top of map.tops)
    for (const p of top.positions ?? [top]) if (p.side === undefined) roots |= 1 << p.statement;
  const reachable = (folded) => {
    let found = roots;
    for (let before = -1; before !== found;) {
      before = found;
      for (let s = 0; s < size; s += 1) if ((found >> s) & 1 && !((folded >> s) & 1)) found |= below[s];
    }
    return found;
  };
  const pictures = new Map();
  const ensure = (holds, what, folded) => {
    if (!holds) throw new Error(`${what}; folded ${folded.toString(2)} of ${JSON.stringify(map.arguments)}`);
  };
  const picture = (folded) => {
    if (pictures.has(folded)) return pictures.get(folded);
    const view = shown(map, { tops: map.tops, isFolded: (s) => Boolean((folded >> s) & 1) });
    const boxes = view.rows.filter((row) => row.isBox);
    let onScreen = 0;
    for (const row of boxes) {
      ensure(!((onScreen >> row.statement) & 1), "a statement has two boxes", folded);
      onScreen |= 1 << row.statement;
      ensure(view.home.get(row.statement) === row, "home is another box", folded);
      const { parent } = row;
      ensure(
        parent === null ? row.argument < 0 : parent.isBox && !((folded >> parent.statement) & 1),
        "it hangs on nothing",
        folded,
      );
    }
    ensure(onScreen === reachable(folded), "what is on screen is not what can be reached", folded);
    ensure(map.thesis === null || (onScreen >> map.thesis) & 1, "the thesis is gone", folded);
    for (const row of view.rows)
      ensure(row.isBox || (onScreen >> row.statement) & 1 || row.side, "a reference leads nowhere", folded);
    const steps = new Set(view.steps.map(({ argument }) => argument));
    const open = map.on.flatMap((on, s) => ((onScreen >> s) & 1 && !((folded >> s) & 1) ? on : []));
    ensure(
      view.steps.length === steps.size && open.length === steps.size && open.every((step) => steps.has(step)),
      "the steps are not those on what is unfolded",
      folded,
    );
    const drawn = `${view.rows.map((row) => `${row.statement}.${row.argument}.${row.premise}.${row.isBox}`)}|${[...steps]}`;
    const found = { onScreen, steps, drawn };
    pictures.set(folded, found);
    return found;
  };
  for (let folded = 0; folded <= everything; folded += 1) {
    const { onScreen, steps, drawn } = picture(folded);
    for (let s = 0; s < size; s += 1) {
      const other = picture(folded ^ (1 << s));
      if ((onScreen >> s) & 1)
        ensure(hasControl(map, s) === (other.drawn !== drawn), "a control that does nothing, or none", folded);
      else ensure(other.drawn === drawn, "what is not on screen changes it", folded);
      if (!((folded >> s) & 1)) continue;
      ensure((other.onScreen & onScreen) === onScreen, "unfolding hides a statement", folded);
      for (const step of steps) ensure(other.steps.has(step), "unfolding hides a step", folded);
    }
  }
  return pictures.size;
}
