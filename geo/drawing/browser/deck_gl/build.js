// `make deck`: writes deck.js, the licences of all that is in it, and of what it was made.
// The same packages give the same bytes on every machine; tests/drawing/browser/test_deck_gl.py
// holds that deck.js is what was made of the files beside it.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));
const SOURCES = ['build.js', 'package-lock.json', 'package.json', 'parts.js'];

/** @param {string} name */
const hash = name =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');

/**
 * The packages of which anything is in the result.
 * @param {Record<string, {bytesInOutput: number}>} inputs
 */
function listPackages(inputs) {
  const found = Object.entries(inputs)
    .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
    .map(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(found.filter(name => name !== undefined))].sort();
}

/** @param {string} name of a package */
function readLicence(name) {
  const place = join(folder, 'node_modules', name);
  const {version, license} = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const file = readdirSync(place).find(one => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(place, file), 'utf8').trim() : 'As its name says.';
  return `${name} ${version}: ${license}\n\n${text}\n`;
}

const {metafile} = await build({
  absWorkingDir: folder,
  entryPoints: ['parts.js'],
  outfile: 'deck.js',
  bundle: true,
  minify: true,
  metafile: true,
  format: 'iife',
  globalName: 'deck',
  target: 'es2022',
  legalComments: 'none',
});
const licences = listPackages(metafile.outputs['deck.js'].inputs).map(readLicence);
writeFileSync(join(folder, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(78)}\n\n`));
const hashes = [...SOURCES, 'deck.js'].map(name => `${hash(name)}  ${name}\n`);
writeFileSync(join(folder, 'checksums.txt'), hashes.join(''));
