// The map as data, with what leads from each thing to others.

/**
 * The map of a page. Statements and arguments are named by their places in `statements` and `arguments`;
 * `on` holds the arguments on each statement, `cutting` what breaks each argument, `uses` the arguments that rest on
 * each statement, `numbers` the place of each statement by its id.
 */
export function linked(data) {
  const on = data.statements.map(() => []);
  const uses = data.statements.map(() => []);
  const cutting = data.arguments.map(() => []);
  data.arguments.forEach((argument, number) => {
    if (argument.on === undefined) cutting[argument.cuts].push(number);
    else on[argument.on].push(number);
    for (const premise of new Set(argument.premises)) uses[premise].push(number);
  });
  const numbers = new Map(data.statements.map((statement, number) => [statement.id, number]));
  return { ...data, on, uses, cutting, numbers };
}

/** An argument and all that breaks it, those that break the breaking included, in the order in which they stand. */
export function withCuts(map, argument) {
  const found = [];
  const todo = [argument];
  while (todo.length) {
    const next = todo.pop();
    found.push(next);
    for (let n = map.cutting[next].length - 1; n >= 0; n -= 1) todo.push(map.cutting[next][n]);
  }
  return found;
}

/** The statement that an argument bears on in the end: for what breaks a step, the conclusion of that step. */
export function conclusionOf(map, argument) {
  let at = argument;
  while (map.arguments[at].on === undefined) at = map.arguments[at].cuts;
  return map.arguments[at].on;
}

/** What to call a statement in few words. */
export function titleOf(statement) {
  return statement.label || statement.text;
}
