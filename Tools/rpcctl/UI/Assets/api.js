// Calls to accountd through `rpcctl ui`. The session is a cookie that no script reads.

export class Failure extends Error {
  constructor(body) {
    super(body.message || 'Something went wrong. Try again.');
    this.reason = body.reason || '';
    this.fields = body.fields || [];
    this.retryDelayMs = Number(body.retry_delay_ms || 0);
  }
}

// `onSignedOut` and `stepUp` are the page's to set: what to show when the session has ended, and how to prove a factor again.
export const hooks = { onSignedOut() {}, async stepUp() { return false; } };

async function send(method, request, read) {
  let response;
  try {
    response = await fetch('/api/' + method, {
      method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json', 'X-Accountd-UI': '1' },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Failure({ reason: 'OFFLINE', message: 'The server can’t be reached. Check that it runs, then try again.' });
  }
  if (!response.ok) throw new Failure(await response.json().catch(() => ({})));
  try { return await read(response); } catch { throw new Failure({ reason: 'BROKEN_OFF', message: 'The answer broke off. Try again.' }); }
}
const asJSON = (response) => response.json();

// One request_id for all tries of one call, so that a repeat changes nothing twice.
const reads = /\/(Get|List|Export)/;

// A proof gives the session a new token; what is asked beside it may still carry the old one, or be told of the proof before its
// answer is here. So others wait for it, and whoever was refused asks once more.
let proving = Promise.resolve();

export async function call(method, request = {}, read = asJSON) {
  const body = reads.test(method) ? request : { request_id: crypto.randomUUID(), ...request };
  await proving;
  try {
    return await send(method, body, read).catch(async (failure) => {
      if (failure.reason !== 'SESSION_INVALID') throw failure;
      await proving;
      return send(method, body, read);
    });
  } catch (failure) {
    if (failure.reason === 'STEP_UP_REQUIRED' && await hooks.stepUp()) return send(method, body, read);
    if (failure.reason === 'SESSION_INVALID') hooks.onSignedOut();
    throw failure;
  }
}

export async function everyPage(method, member) {
  const rows = [];
  let token = '';
  do {
    const answer = await call(method, { page_size: 200, page_token: token });
    rows.push(...answer[member]);
    token = answer.next_page_token;
  } while (token && rows.length < 1000);
  return rows;
}

export function stepUp(factor) {
  const proof = send('SessionsService/StepUp', { request_id: crypto.randomUUID(), ...factor }, asJSON);
  proving = proof.catch(() => {});
  return proof;
}
