/**
 * The built staff pages in front of invented answers, to look at every page without the product behind it:
 * `npm run build && node ../tests/web/mock/server.mjs`, then sign in with any password as vertrieb, berg, neu
 * (advisor without answers), leer (nothing imported), gesperrt (sending locked), versand (mails are leaving).
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers } from './answers.mjs';

const dist = fileURLToPath(new URL('../../../web/dist/work', import.meta.url));
const port = Number(process.argv[2] ?? 5361);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/api/')) return api(request, response, url);
  const wanted = join(dist, normalize(url.pathname));
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});

async function api(request, response, url) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const cookie = /see360=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
  const answer = answers(request.method, url, body, cookie, request.headers['accept-language'] ?? 'de');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.html !== undefined) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    return response.end(answer.html);
  }
  response.statusCode = answer.status ?? 200;
  if (answer.json === undefined) return response.end();
  const text = JSON.stringify(answer.json);
  const etag = `"${text.length}-${text.slice(-20).replaceAll(/[^a-z0-9]/gi, '')}"`;
  if (response.statusCode === 200 && request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    return response.end();
  }
  response.setHeader('ETag', etag);
  response.setHeader('Content-Type', response.statusCode < 400 ? 'application/json' : 'application/problem+json');
  response.end(text);
}

server.listen(port, () => console.log(`http://localhost:${port}`));
