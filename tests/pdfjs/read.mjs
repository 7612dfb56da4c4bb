// Writes what pdf.js finds in a tagged PDF as JSON: for each page its label and, in structure order, the pieces of text with the element they are in.
// usage: node read.mjs PDFJS-FOLDER FILE.pdf OUT.json
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, file, out] = process.argv.slice(2);
const { getDocument, OPS } = await import(pathToFileURL(join(folder, "legacy/build/pdf.mjs")));

// Letter for letter: the text that each glyph stands for, by marked-content number. Outside numbered content: "artefact".
async function lettersByContent(page, ligatures) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const letters = new Map();
  const open = [];
  fnArray.forEach((operation, index) => {
    const args = argsArray[index];
    if (operation === OPS.beginMarkedContentProps) open.push(args[1] ?? null);
    else if (operation === OPS.beginMarkedContent) open.push(null);
    else if (operation === OPS.endMarkedContent) open.pop();
    else if (operation === OPS.showText) {
      const inside = open.findLast((content) => content !== null) ?? "artefact";
      const glyphs = args[0].map((glyph) => glyph?.unicode ?? "");
      ligatures.push(...glyphs.filter((unicode) => [...unicode].length > 1));
      const text = glyphs.join("");
      letters.set(inside, (letters.get(inside) ?? "") + text);
    }
  });
  return letters;
}

// Word for word: pdf.js's own idea of where spaces and line ends are.
async function wordsByContent(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const words = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "beginMarkedContentProps" || item.type === "beginMarkedContent") open.push(item.id ?? null);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const inside = open.findLast((content) => content !== null);
      if (inside) words.set(inside, (words.get(inside) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
  }
  return words;
}

// Each element on a page has a number of its own, so that neighbours of one kind can be told apart.
function pieces(node, letters, words, list, count = { elements: 0 }) {
  const serial = count.elements++;
  for (const child of node.children ?? []) {
    if (child.type === "content") {
      const number = Number(child.id.replace(/^.*_mc/, ""));
      list.push({ element: node.role, serial, letters: letters.get(number) ?? "", words: words.get(child.id) ?? "" });
    } else if (!child.type) {
      pieces(child, letters, words, list, count);
    }
  }
  return list;
}

const loaded = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false }).promise;
const labels = await loaded.getPageLabels();
const pages = [];
const ligatures = [];
for (let number = 1; number <= loaded.numPages; number++) {
  const page = await loaded.getPage(number);
  const tree = await page.getStructTree();
  const letters = await lettersByContent(page, ligatures);
  const words = await wordsByContent(page);
  pages.push({
    label: labels?.[number - 1] ?? String(number),
    artefacts: letters.get("artefact") ?? "",
    pieces: tree ? pieces(tree, letters, words, []) : [],
  });
}
const { info } = await loaded.getMetadata();
writeFileSync(out, JSON.stringify({ title: info.Title, language: info.Language ?? null, ligatures, pages }, null, 1));
