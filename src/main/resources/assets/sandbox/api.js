// The sandbox's API. Every failure is an Error whose message can be shown to the visitor.

import { language, say } from './words.js';

const API = '/sandbox/api';

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(API + path, { ...options, headers: { 'Accept-Language': language, ...options.headers } });
  } catch {
    throw new Error(say('lost'));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? say('fault'));
  return answer;
}

export function get(path, query = {}) {
  const search = new URLSearchParams(query).toString();
  return call(search ? `${path}?${search}` : path);
}

export function post(path, body) {
  return call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

/** Milliseconds until what failed is tried again. */
export const PATIENCE = 2000;

/**
 * Hears of changes for as long as the page is open.
 *
 * @param changed called after something changed, and whenever the connection opens: what changed before is not told
 * @param lost called with true when the connection breaks and with false when it is there again
 */
export function listen(changed, lost) {
  const stream = new EventSource(`${API}/stream`);
  stream.addEventListener('changed', changed);
  stream.addEventListener('open', () => {
    changed();
    lost(false);
  });
  stream.addEventListener('error', () => {
    lost(true);
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(changed, lost), PATIENCE);
  });
  addEventListener('pagehide', () => stream.close());
}
