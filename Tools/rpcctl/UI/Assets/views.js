// What every view is made of: texts only ever become text nodes.

export const byId = (id) => document.getElementById(id);

export function el(name, properties = {}, ...children) {
  const { className, ...attributes } = properties;
  const node = document.createElement(name);
  if (className) node.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (typeof value === 'boolean') node.toggleAttribute(key, value);
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== ''));
  return node;
}

export function show(name) {
  byId('toast').hidden = true;
  for (const view of document.querySelectorAll('main > [id^="view-"]')) view.hidden = view.id !== 'view-' + name;
  byId('loading').hidden = name !== 'loading';
  byId('who').hidden = name !== 'settings';
  if (name === 'loading') return;
  const view = byId('view-' + name);
  document.title = (view.querySelector('h1')?.textContent || 'Account settings');
  for (const form of view.querySelectorAll('form')) clear(form);
  (view.querySelector('form input') && name !== 'settings' ? view.querySelector('form input') : byId('main')).focus();
}

export function say(title, text, link, href) {
  byId('message-title').textContent = title;
  byId('message-text').textContent = text;
  byId('message-link').textContent = link;
  byId('message-link').setAttribute('href', href);
  show('message');
  byId('message-title').focus();
}

let toastTimer;
export function toast(text) {
  byId('toast').textContent = text;
  byId('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { byId('toast').hidden = true; }, 5000);
}

export async function copy(text) {
  try { await navigator.clipboard.writeText(text); toast('Copied.'); } catch { toast('Your browser didn’t allow it: select and copy.'); }
}

function clear(form) {
  for (const error of form.querySelectorAll('.error, .form-error')) error.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    const rest = (input.getAttribute('aria-describedby') || '').split(' ').filter((id) => id && !id.endsWith('-error'));
    if (rest.length) input.setAttribute('aria-describedby', rest.join(' ')); else input.removeAttribute('aria-describedby');
  }
}

function fail(input, text) {
  const id = input.id + '-error';
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  input.addEventListener('input', () => clear(input.closest('.field')), { once: true });
  input.closest('.field').append(el('p', { className: 'error', id }, text));
}

// Each BadRequest violation beside its field; what belongs to no field above the form.
function explain(form, failure, words) {
  const rest = [];
  let first;
  for (const violation of failure.fields || []) {
    const name = violation.field.split(/[.[]/)[0];
    const input = [...form.elements].find((one) => one.name === name || (one.dataset.fields || '').split(' ').includes(name));
    if (input && input.closest('.field')) { fail(input, violation.description); first ||= input; } else rest.push(violation.description);
  }
  if (!first && !rest.length) {
    let text = words[failure.reason] || failure.message;
    if (failure.retryDelayMs > 0) text += ' Try again in ' + Math.ceil(failure.retryDelayMs / 1000) + ' s.';
    rest.push(text);
  }
  if (rest.length) form.prepend(el('p', { className: 'form-error', role: 'alert' }, rest.join(' ')));
  first?.focus();
}

export function submitting(name, action, words) {
  submittingForm(document.querySelector(`form[data-form="${name}"]`), action, words);
}
function submittingForm(form, action, words = {}) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clear(form);
    const empty = [...form.elements].filter((one) => one.required && !one.value.trim() && one.offsetParent);
    for (const input of empty) fail(input, 'Fill this in.');
    if (empty.length) return empty[0].focus();
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    try { await action(proxy(form)); } catch (failure) { button.disabled = false; explain(form, failure, words); } finally { button.disabled = false; }
  });
}

// A field called "name" or "action" hides behind the form's own property: elements by name, and reset().
const proxy = (form) => new Proxy(form, { get: (target, key) => (key === 'reset' ? () => target.reset() : target.elements[key]) });

// A dialog with one field, or none; true once its action has succeeded, false when it was given up. One may open above another.
let dialogs = 0;
export function ask({ title, text, ok, label = '', type = 'text', autocomplete = 'off', fields = '', danger = false, action }) {
  const id = 'dialog-' + ++dialogs;
  const input = el('input', { id: id + '-input', name: 'value', type, autocomplete, required: Boolean(label), 'data-fields': fields });
  const field = label ? [el('div', { className: 'field' }, el('label', { for: id + '-input' }, label), input)] : [];
  const cancel = el('button', { type: 'button', className: 'quiet', onclick: () => dialog.close() }, 'Cancel');
  const form = el('form', { novalidate: true },
    el('h2', { id: id + '-title' }, title), el('p', { className: 'hint' }, text), ...field,
    el('div', { className: 'actions end' }, cancel, el('button', { type: 'submit', className: danger ? 'danger' : 'primary' }, ok)));
  const dialog = el('dialog', { 'aria-labelledby': id + '-title' }, form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let done = false;
    submittingForm(form, async () => { await action(input.value); done = true; dialog.close(); }, { BAD_CREDENTIALS: 'That isn’t right. Try again.' });
    dialog.addEventListener('close', () => { dialog.remove(); resolve(done); }, { once: true });
    dialog.showModal();
    (label ? input : cancel).focus();
  });
}
