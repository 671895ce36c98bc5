'use strict';
/* global Option */
// Polls the account's state and draws it; moving a card is a user's act, not an API call.
const pollMs = 2000;
const el = (id) => document.getElementById(id);
const param = new URLSearchParams(location.search);
let data;
let seen = new Map();
let drawn = '';
let dragged;

async function load() {
	try {
		const res = await fetch('/_board/data');
		data = await res.json();
		el('state').textContent = 'live';
		const text = JSON.stringify(data);
		// an open select or a card in the hand must not be redrawn
		const busy = dragged || document.activeElement?.classList.contains('move');
		if (text !== drawn && !busy) {
			drawn = text;
			draw();
		}
	} catch {
		el('state').textContent = 'not reachable';
	}
}

function draw() {
	drawAccounts();
	fill(el('pipeline'), data.pipelines, Number(el('pipeline').value || param.get('pipeline')));
	fill(el('user'), data.users, Number(el('user').value));
	drawBoard();
}

function fill(select, rows, chosen) {
	select.replaceChildren(
		...rows.map((row) => new Option(row.name, row.id, false, row.id === chosen)),
	);
}

function drawAccounts() {
	document.title = `${data.account.title} – sandbox board`;
	document.documentElement.lang = data.account.language;
	el('accounts').replaceChildren(
		...data.accounts.map((account) => {
			const a = document.createElement('a');
			// same host name as this page, the other account's port
			a.href = `http://${location.hostname}:${new URL(account.url).port}/`;
			a.textContent = account.title;
			if (account.name === data.account.name) a.setAttribute('aria-current', 'page');
			return a;
		}),
	);
}

function drawBoard() {
	const pipeline = data.pipelines.find((p) => p.id === Number(el('pipeline').value));
	if (!pipeline) return;
	const next = new Map();
	el('board').replaceChildren(
		...pipeline.statuses.map((status) => {
			const leads = data.leads.filter(
				(l) => l.pipeline_id === pipeline.id && l.status_id === status.id,
			);
			return column(pipeline, status, leads, next);
		}),
	);
	seen = next;
}

function column(pipeline, status, leads, next) {
	const node = el('column').content.firstElementChild.cloneNode(true);
	node.dataset.statusId = status.id;
	node.style.setProperty('--stage', status.color);
	node.querySelector('.name').textContent = status.name;
	node.querySelector('.count').textContent = leads.length;
	node.querySelector('.sum').textContent = money(leads.reduce((sum, l) => sum + l.price, 0));
	node.querySelector('.cards').append(...leads.map((lead) => card(pipeline, lead, next)));
	node.addEventListener('dragover', (event) => {
		event.preventDefault();
		node.classList.add('target');
	});
	node.addEventListener('dragleave', () => node.classList.remove('target'));
	node.addEventListener('drop', (event) => {
		event.preventDefault();
		node.classList.remove('target');
		if (dragged) move(dragged, pipeline.id, status.id);
		dragged = undefined;
	});
	return node;
}

function card(pipeline, lead, next) {
	const node = el('card').content.firstElementChild.cloneNode(true);
	const text = JSON.stringify(lead);
	next.set(lead.id, text);
	if (seen.size > 0 && seen.get(lead.id) !== text) node.classList.add('fresh');
	node.dataset.leadId = lead.id;
	const set = (selector, value) => (node.querySelector(selector).textContent = value);
	set('.name', lead.name || `#${lead.id}`);
	set('.price', money(lead.price));
	set('.people', [...lead.contacts.map((c) => c.name), lead.company].filter(Boolean).join(' · '));
	set('.owner', lead.responsible);
	node.querySelector('.tags').replaceChildren(...lead.tags.map((tag) => make('span', tag)));
	node
		.querySelector('.tasks')
		.replaceChildren(
			...lead.tasks.map((task) => make('li', task.text, task.is_completed ? 'done' : '')),
		);
	node.querySelector('.notes').replaceChildren(...lead.notes.map((note) => make('li', note.text)));
	const select = node.querySelector('.move');
	fill(select, pipeline.statuses, lead.status_id);
	select.addEventListener('change', () => move(lead.id, pipeline.id, Number(select.value)));
	node.addEventListener('dragstart', (event) => {
		dragged = lead.id;
		// some browsers begin a drag only with data in it
		event.dataTransfer.setData('text/plain', String(lead.id));
	});
	node.addEventListener('dragend', () => (dragged = undefined));
	return node;
}

function make(tag, text, className = '') {
	const node = document.createElement(tag);
	node.textContent = text;
	node.className = className;
	return node;
}

function money(amount) {
	const { currency, language } = data.account;
	if (language === 'en') return currency + amount.toLocaleString('en-US');
	return `${amount.toLocaleString('ru-RU')} ${currency}`;
}

async function move(leadId, pipelineId, statusId) {
	document.activeElement?.blur();
	await fetch(`/_board/leads/${leadId}/move`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			pipeline_id: pipelineId,
			status_id: statusId,
			user_id: Number(el('user').value),
		}),
	});
	dragged = undefined;
	await load();
}

el('pipeline').addEventListener('change', drawBoard);
load();
setInterval(load, pollMs);
