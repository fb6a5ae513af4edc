// sheets.mjs MASTER.pdf SHEETS.pdf FOLDER: draws the sheets of a booklet that is bound at the right, and the pages that they were made
// from, with every reader; fails where a page on its sheet differs by more than the smoothing of its edges, or where a reader complains.
import { createCanvas } from '@napi-rs/canvas';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as mupdf from 'mupdf';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const DOTS = 100;
const SCALE = DOTS / 72;
/** How much a dot may be darker or lighter than any of its neighbours in the other picture, of 255. */
const SMOOTHING = 32;
/** Of a thousand dots so many may be off all the same: Ghostscript sets letters upon quarters of a dot, and another word gives ten. */
const ODD = 0.25;

const [master, sheets, folder] = process.argv.slice(2);
let complaints = [];
for (const how of ['log', 'warn', 'error']) {
  console[how] = (...words) => complaints.push(words.join(' '));
}

/** A program that writes PPM files; whatever it says is a complaint. */
function program(name, ...words) {
  const run = spawnSync(name, words, { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) complaints.push(`exit ${run.status}`);
  complaints.push(...(run.stdout + run.stderr).split('\n').filter(Boolean));
}

function ppm(file) {
  const bytes = fs.readFileSync(file);
  let at = 0;
  const word = () => {
    let text = '';
    for (;;) {
      const c = String.fromCharCode(bytes[at++]);
      if (c === '#') while (bytes[at++] !== 10);
      else if (/\s/.test(c)) { if (text) return text; } else text += c;
    }
  };
  word();
  const width = Number(word()), height = Number(word());
  word();
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++, at += 3) grey[i] = (bytes[at] + 2 * bytes[at + 1] + bytes[at + 2]) / 4;
  return { width, height, grey };
}

function written(prefix) {
  const files = fs.readdirSync(folder).filter((name) => name.startsWith(prefix)).sort();
  const pages = files.map((name) => ppm(path.join(folder, name)));
  files.forEach((name) => fs.rmSync(path.join(folder, name)));
  return pages;
}

/** From samples of so many bytes a dot. */
function greyed(width, height, samples, bytes) {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * bytes;
    grey[i] = (samples[at] + 2 * samples[at + 1] + samples[at + 2]) / 4;
  }
  return { width, height, grey };
}

const pdfium = await PDFiumLibrary.init();
const readers = {
  poppler(file) {
    program('pdftoppm', '-r', String(DOTS), file, path.join(folder, 'poppler'));
    return written('poppler');
  },
  ghostscript(file) {
    const out = `-sOutputFile=${path.join(folder, 'gs-%03d.ppm')}`;
    program('gs', '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=ppmraw', '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4', `-r${DOTS}`, out, file);
    return written('gs-');
  },
  async pdfjs(file) {
    const document = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 1 }).promise;
    const pages = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const viewport = page.getViewport({ scale: SCALE });
      const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
      const context = canvas.getContext('2d');
      await page.render({ canvas, canvasContext: context, viewport }).promise;
      pages.push(greyed(canvas.width, canvas.height, context.getImageData(0, 0, canvas.width, canvas.height).data, 4));
    }
    await document.destroy();
    return pages;
  },
  async pdfium(file) {
    const document = await pdfium.loadDocument(fs.readFileSync(file));
    const pages = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: SCALE, render: 'bitmap' });
      pages.push(greyed(width, height, data, 4));
    }
    document.destroy();
    return pages;
  },
  mupdf(file) {
    const document = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf');
    const pages = [];
    for (let n = 0; n < document.countPages(); n++) {
      const picture = document.loadPage(n).toPixmap(mupdf.Matrix.scale(SCALE, SCALE), mupdf.ColorSpace.DeviceRGB, false);
      pages.push(greyed(picture.getWidth(), picture.getHeight(), picture.getPixels(), 3));
    }
    return pages;
  },
};

const box = (document, n) => document.loadPage(n).getBounds('TrimBox').map((edge) => edge * SCALE);
const asMade = mupdf.Document.openDocument(fs.readFileSync(master), 'application/pdf');
const asLaid = mupdf.Document.openDocument(fs.readFileSync(sheets), 'application/pdf');
const count = asMade.countPages();
const last = Math.ceil(count / 4) * 4;

/** The pages of a sheet's side, from the left. */
function places(side) {
  const depth = Math.floor(side / 2);
  return side % 2 === 0 ? [2 * depth + 1, last - 2 * depth] : [last - 2 * depth - 1, 2 * depth + 2];
}

/** Each dot the mean of itself and its eight neighbours: a hair between two dots is as dark as one upon a dot. */
function softened({ width, height, grey }) {
  const soft = new Uint8Array(grey.length).fill(255);
  for (let j = 1; j < height - 1; j++) {
    for (let i = 1; i < width - 1; i++) {
      const at = j * width + i;
      let sum = 0;
      for (let row = at - width; row <= at + width; row += width) sum += grey[row - 1] + grey[row] + grey[row + 1];
      soft[at] = sum / 9;
    }
  }
  return { width, height, grey: soft };
}

/** Of a thousand dots, how many are not between the darkest and the lightest of their neighbours in the other picture. */
function off(page, [left, top, right, bottom], sheet, x, y) {
  let odd = 0;
  const at = (image, i, j) => i < 0 || j < 0 || i >= image.width || j >= image.height ? 255 : image.grey[j * image.width + i];
  for (let j = 1; j < bottom - top - 1; j++) {
    for (let i = 1; i < right - left - 1; i++) {
      const seen = at(sheet, Math.round(x + i), Math.round(y + j));
      let least = 255, most = 0;
      for (let v = -1; v <= 1; v++) {
        for (let u = -1; u <= 1; u++) {
          const made = at(page, Math.round(left + i) + u, Math.round(top + j) + v);
          least = Math.min(least, made);
          most = Math.max(most, made);
        }
      }
      if (seen < least - SMOOTHING || seen > most + SMOOTHING) odd++;
    }
  }
  return odd * 1000 / ((right - left) * (bottom - top));
}

const lines = [];
let failed = 0, checks = 0;
for (const [name, draw] of Object.entries(readers)) {
  complaints = [];
  try {
    const pages = (await draw(master)).map(softened);
    const laid = (await draw(sheets)).map(softened);
    let worst = 0, where = 0, ink = 0;
    for (let side = 0; side < asLaid.countPages(); side++) {
      const [left, top, right] = box(asLaid, side);
      for (const [place, page] of places(side).entries()) {
        if (page > count) continue;
        const difference = off(pages[page - 1], box(asMade, page - 1), laid[side], left + place * (right - left) / 2, top);
        ink += pages[page - 1].grey.reduce((sum, grey) => sum + (grey < 160 ? 1 : 0), 0);
        if (difference > worst) [worst, where] = [difference, page];
      }
    }
    checks += 2;
    if (laid.length !== last / 2 || !(worst <= ODD) || ink < 1000) {
      failed++;
      lines.push(`FAIL sheets ${name}: page ${where} differs in ${worst.toFixed(3)} of 1,000 dots (${laid.length} sides, ${ink} dark)`);
    }
    if (process.env.QIRTAS_READERS_SHOW === 'sheets') lines.push(`sheets ${name}: ${worst.toFixed(3)} of 1,000 dots`);
  } catch (broken) {
    checks++;
    failed++;
    lines.push(`FAIL sheets ${name}: ${broken}`);
  }
  // Some builds of MuPDF have no colour management, and say so of any file.
  const meant = complaints.filter((text) => !/ICC workflow is disabled|no ICC support|ICC support is not available/i.test(text));
  if (meant.length > 0) {
    failed++;
    lines.push(`FAIL sheets ${name} complains: ${[...new Set(meant)].slice(0, 3).join('; ')}`);
  }
}
process.stdout.write([...lines, `${checks - Math.min(failed, checks)} passed, ${failed} failed`].join('\n') + '\n');
process.exit(failed === 0 ? 0 : 1);
