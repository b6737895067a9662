// What the closest relative costs on the same texts in the same run, and how much there is to load.
//
//   node tests/bench/beside.mjs FIGURES.json [background.wasm]
//
// FIGURES.json is what tests/bench/engine.rs wrote. harper.js checks grammar, not tone: the comparison is about what a
// person waits for while typing, not about what is found.

import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync, constants } from 'node:zlib';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';

const [figures, wasm] = process.argv.slice(2);
const { reviews } = JSON.parse(readFileSync(figures, 'utf8'));

// harper.js remembers sentences that it has seen: a text of which it knows none, and one that only goes on at its end.
const WAYS = {
  'new text': (text, run) => {
    const words = text.split(' ').map((word, at) => (at % 9 === 4 ? `${word} ${run}` : word));
    return words.join(' ').slice(0, text.length);
  },
  typing: (text, run) => `${text.slice(0, text.length - 3)} ${run}`,
};

async function harper() {
  const begin = performance.now();
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await linter.lint('We bake our bread at six.');
  console.log(`\nharper.js, start to first lint: ${(performance.now() - begin).toFixed(0)} ms`);
  console.log('harper.js, warm, µs                     p50      p99   times ours');
  for (const { length, text, p50 } of reviews.filter(({ lang }) => lang === 'en')) {
    for (const [way, change] of Object.entries(WAYS)) await lengths(linter, way, change, length, text, p50);
  }
}

async function lengths(linter, way, change, length, text, ours) {
  const count = Math.max(5, Math.min(100, Math.round(60000 / length)));
  const times = [];
  for (let run = 0; run < count + 3; run += 1) {
    const one = change(text, run);
    const start = performance.now();
    await linter.lint(one);
    if (run >= 3) times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const columns = [at(0.5).toFixed(0).padStart(12), at(0.99).toFixed(0).padStart(8), (at(0.5) / ours).toFixed(0).padStart(12)];
  console.log(`en ${String(length).padStart(6)} characters, ${way.padEnd(9)} ${columns.join(' ')}`);
}

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function size(name, bytes) {
  const kib = (count) => (count / 1024).toFixed(0).padStart(7);
  console.log(`${name.padEnd(24)} ${kib(bytes.length)} KiB raw ${kib(brotli(bytes))} KiB brotli`);
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.toml', '.json'].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

console.log('\nwhat there is to load');
if (wasm) size('background wasm', readFileSync(wasm));
size('knowledge files', Buffer.concat(files('src/data').map((path) => readFileSync(path))));
await harper();
