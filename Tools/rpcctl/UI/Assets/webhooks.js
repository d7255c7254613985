// Webhooks: addresses of the customer's that are told of events, and what became of each delivery.
import { call, everyPage } from '/api.js';
import { byId, el, sure, press, fill, submitting, secretPanel } from '/views.js';

const fresh = secretPanel('new-endpoint');
export const forget = fresh.clear;
// Whose deliveries are shown, also when the list is drawn anew.
const open = new Set();

export async function refresh() {
  const endpoints = await everyPage('NotificationsService/ListWebhookEndpoints', 'webhook_endpoints');
  fill('endpoints', endpoints.map(row), 'No webhooks yet.');
}

function row(endpoint) {
  const isOff = endpoint.state === 'WEBHOOK_ENDPOINT_STATE_DISABLED';
  const list = el('ol', { className: 'list', id: 'deliveries-' + endpoint.id, tabindex: '-1' });
  const older = el('button', { type: 'button', className: 'text', hidden: true }, 'Show older');
  const details = el('details', { open: open.has(endpoint.id), ontoggle: () => {
    if (!details.open) return open.delete(endpoint.id);
    open.add(endpoint.id);
    press(older, () => deliveries(endpoint, list, older));
  } }, el('summary', { 'aria-label': 'Deliveries to ' + endpoint.url }, 'Deliveries'), list, older);
  return el('li', { className: 'tall' },
    el('div', { className: 'row' },
      el('div', {}, el('strong', {}, endpoint.url),
        endpoint.description ? el('span', { className: 'sub' }, endpoint.description) : '',
        el('span', { className: 'sub' }, `${endpoint.event_types.join(', ') || 'Every event'} · since ${endpoint.created_text}`),
        endpoint.old_secret_signs_until_text ? el('span', { className: 'sub' }, `Its old secret signs too until ${endpoint.old_secret_signs_until_text}`) : '',
        isOff ? el('span', { className: 'sub bad' }, `Off since ${endpoint.disabled_text}: ${endpoint.disabled_reason}`) : ''),
      el('div', { className: 'actions' },
        el('button', { type: 'button', 'aria-label': 'New secret for ' + endpoint.url, onclick: (event) => press(event.currentTarget, () => rotate(endpoint)) }, 'New secret'),
        el('button', { type: 'button', className: 'danger-quiet', 'aria-label': 'Remove ' + endpoint.url, onclick: (event) => press(event.currentTarget, () => remove(endpoint)) }, 'Remove'))),
    details);
}

async function rotate(endpoint) {
  if (!await sure({ title: 'New signing secret?', text: 'For 24 hours deliveries are signed with the present one too.', ok: 'Make a new secret' })) return;
  const answer = await call('NotificationsService/RotateWebhookSecret', { endpoint_id: endpoint.id });
  await refresh();
  fresh.show('New signing secret', answer.secret, 'endpoint-url');
}

async function remove(endpoint) {
  if (!await sure({ title: 'Remove this webhook?', text: `Nothing is delivered to ${endpoint.url} any more.`, ok: 'Remove', danger: true })) return;
  await call('NotificationsService/DeleteWebhookEndpoint', { endpoint_id: endpoint.id });
  fresh.clear();
  open.delete(endpoint.id);
  await refresh();
}

async function deliveries(endpoint, list, older) {
  const page = (token) => call('NotificationsService/ListWebhookDeliveries', { endpoint_id: endpoint.id, page_size: 10, page_token: token });
  const rows = (answer) => answer.webhook_deliveries.map((delivery) => deliveryRow(delivery, () => deliveries(endpoint, list, older)));
  const next = (answer) => {
    older.hidden = !answer.next_page_token;
    older.onclick = () => press(older, async () => {
      const more = await page(answer.next_page_token);
      list.append(...rows(more));
      next(more);
    });
  };
  const first = await page('');
  if (list.isConnected) fill(list.id, rows(first), 'Nothing was delivered yet.');
  next(first);
}

const states = { PENDING: ['Waiting', ''], SUCCEEDED: ['Delivered', 'good'], FAILED: ['Failed', 'warn'], CANCELLED: ['Given up', 'warn'] };
function deliveryRow(delivery, again) {
  const [word, kind] = states[delivery.state.replace('WEBHOOK_DELIVERY_STATE_', '')] || ['', ''];
  const tries = delivery.attempt_count === 1 ? '1 try' : delivery.attempt_count + ' tries';
  const facts = [delivery.created_text, tries, delivery.response_code ? 'answered ' + delivery.response_code : '', delivery.failure_reason,
    delivery.next_attempt_text ? 'next try ' + delivery.next_attempt_text : ''].filter(Boolean);
  return el('li', {}, el('div', {}, el('strong', {}, delivery.event_type), ' ', el('span', { className: 'badge ' + kind }, word), el('span', { className: 'sub' }, facts.join(' · '))),
    word === 'Waiting' ? '' : el('button', { type: 'button', 'aria-label': 'Deliver again: ' + delivery.event_type + ', ' + delivery.id, onclick: (event) => press(event.currentTarget, async () => {
      await call('NotificationsService/RedeliverWebhook', { delivery_id: delivery.id });
      await again();
    }) }, 'Deliver again'));
}

submitting('endpoint', async (form) => {
  const answer = await call('NotificationsService/CreateWebhookEndpoint', {
    url: form.url.value.trim(), description: form.description.value, event_types: form.event_types.value.split(/[\s,]+/).filter(Boolean),
  });
  form.reset();
  await refresh();
  fresh.show('Signing secret of the new webhook', answer.secret, 'endpoint-url');
});
