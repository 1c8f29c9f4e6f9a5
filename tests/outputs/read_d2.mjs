// Compiles and draws each diagram of a JSON list on standard input; writes their SVG, or what is wrong, as such a list.
import { D2 } from "@terrastruct/d2";
import { readFileSync } from "node:fs";

const d2 = new D2();
const found = [];
for (const source of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const made = await d2.compile(source);
    found.push({ svg: await d2.render(made.diagram, made.renderOptions) });
  } catch (error) {
    found.push({ wrong: String(error) });
  }
}
// D2 keeps the process alive; a pipe takes what is written bit by bit.
process.stdout.write(JSON.stringify(found), () => process.exit(0));
