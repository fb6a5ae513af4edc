// matrix.mjs FOLDER FIGURES.tsv: reads every FOLDER/TEXT/*.pdf with every reader, compares with the galley beside it (*.jsonl, the
// lines as Qirtas set them) and fails where a text's error rate is above the figure. PDFBox's text is there already (*.pdfbox).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as mupdf from 'mupdf';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [folder, figures] = process.argv.slice(2);
const pdfium = await PDFiumLibrary.init();

const readers = {
  poppler: (file) => execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }),
  'poppler*': (file) => turnedBack(readers.poppler(file)),
  pdfbox: (file) => fs.readFileSync(file.replace(/pdf$/, 'pdfbox'), 'utf8'),
  async pdfjs(file) {
    const document = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
    let text = '';
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent({ disableNormalization: true });
      text += items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('') + '\n';
    }
    await document.destroy();
    return text;
  },
  async pdfium(file) {
    const document = await pdfium.loadDocument(fs.readFileSync(file));
    const text = [...document.pages()].map((page) => page.getText()).join('\n');
    document.destroy();
    return text;
  },
  mupdf(file) {
    const document = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf');
    let text = '';
    for (let n = 0; n < document.countPages(); n++) {
      text += document.loadPage(n).toStructuredText('preserve-whitespace').asText() + '\n';
    }
    return text;
  },
};

/** pdftotext leaves digits and what stands beside them in visual order between U+202A and U+202C; that is put right here. */
function turnedBack(text) {
  return text.replace(/\u202A([^\u202A\u202C]*)\u202C/gu, (whole, run) =>
    /\p{Script=Latin}/u.test(run)
      ? run
      : run.match(/\p{Nd}+(?:[.,:/٫٬-]\p{Nd}+)*|[^]/gu)?.reverse().join('') ?? '');
}

/** The words of a galley in logical order: UAX #9 L2 undone, from the lowest level up. */
function galley(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return lines.map(({ direction, runs }) => {
    let order = runs.slice();
    const highest = Math.max(0, ...runs.map((run) => run.level));
    for (let level = 1; level <= highest; level++) {
      for (let from = 0; from < order.length; from++) {
        let to = from;
        while (to < order.length && order[to].level >= level) to++;
        order.splice(from, to - from, ...order.slice(from, to).reverse());
        from = Math.max(from, to);
      }
    }
    return order.map((run) => run.text).join('');
  }).join('\n');
}

const folded = (text) => Array.from(text
  .normalize('NFC')
  .replace(/[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
  .replace(/\s+/gu, ' ')
  .trim());

/** Levenshtein's distance, two rows at a time. */
function distance(a, b) {
  let above = Int32Array.from({ length: b.length + 1 }, (_, j) => j);
  let row = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    [above, row] = [row, above];
  }
  return above[b.length];
}

/** Characters that no reader may show unless they were written. */
function strangers(read, written) {
  const known = new Set(written);
  return read.filter((c) => /[\uFB50-\uFDFF\uFE70-\uFEFC\u0640\p{Co}]/u.test(c) && !known.has(c)).length;
}

const measured = [];
for (const text of fs.readdirSync(folder).sort()) {
  const pdfs = fs.readdirSync(path.join(folder, text)).filter((name) => name.endsWith('.pdf')).sort();
  for (const [reader, read] of Object.entries(readers)) {
    let wrong = 0, all = 0, strange = 0;
    const worst = [];
    for (const name of pdfs) {
      const file = path.join(folder, text, name);
      const expected = folded(galley(file.replace(/pdf$/, 'jsonl')));
      const got = folded(await read(file));
      const errors = distance(expected, got);
      if (process.env.QIRTAS_READERS_SHOW === reader && errors) {
        console.log(`--- ${file}\n${expected.join('')}\n${got.join('')}`);
      }
      worst.push([errors, name]);
      wrong += errors;
      all += expected.length;
      strange += strangers(got, expected);
    }
    worst.sort((a, b) => b[0] - a[0]);
    measured.push({ text, reader, rate: (100 * wrong) / Math.max(1, all), strange, worst: worst[0] });
  }
}

const most = new Map(fs.readFileSync(figures, 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([text, reader, rate]) => [`${text}\t${reader}`, Number(rate)]));
let passed = 0, failed = 0;
for (const { text, reader, rate, strange, worst } of measured) {
  const limit = most.get(`${text}\t${reader}`);
  const good = limit !== undefined && rate <= limit + 0.005 && strange === 0;
  if (good) passed++; else failed++;
  if (!good || process.env.QIRTAS_READERS_SHOW) {
    const file = worst ? `; worst: ${worst[1]} (${worst[0]} characters)` : '';
    console.log(`${good ? 'ok  ' : 'FAIL'} ${text} ${reader}: ${rate.toFixed(2)} %, at most ${limit ?? '?'}; strange characters: ${strange}${file}`);
  }
}
for (const key of most.keys()) {
  if (!measured.some(({ text, reader }) => `${text}\t${reader}` === key)) {
    failed++;
    console.log(`FAIL ${key}: not measured`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
