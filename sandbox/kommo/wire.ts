/** Answers as bytes: content types (§3.2), translated problems (§3.3), block pages (§2.1). */
import type { Answer } from './call';
import type { Json } from './guards';
import type { Problem } from './problems';

export interface Wire {
	status: number;
	headers: Record<string, string>;
	text: string;
}

export const empty = (status: number): Wire => ({ status, headers: {}, text: '' });

/** 204 and other empty answers carry no content type (§8). */
export function answerToWire(answer: Answer): Wire {
	if (answer.body === undefined) return empty(answer.status);
	return json(answer.status, answer.body, answer.type ?? 'application/hal+json');
}

export function json(status: number, body: unknown, type: string): Wire {
	return { status, headers: { 'content-type': type }, text: JSON.stringify(body) };
}

export function problemToWire(problem: Problem, translate: boolean): Wire {
	const body = problem.body();
	return json(problem.status, translate ? translated(body) : body, 'application/problem+json');
}

export function htmlPage(status: number, title: string): Wire {
	const heading = `${status} ${title}`;
	const text = `<html>\r\n<head><title>${heading}</title></head>\r\n<body>\r\n<center><h1>${heading}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
	return { status, headers: { 'content-type': 'text/html' }, text };
}

export const blockPage = (): Wire => htmlPage(403, 'Forbidden');

// titles and details only: codes, paths and statuses stay as they are
const russian: Readonly<Record<string, string>> = {
	'Bad Request': 'Некорректный запрос',
	Unauthorized: 'Не авторизован',
	'Payment Required': 'Требуется оплата',
	Forbidden: 'Доступ запрещён',
	'Not Found': 'Не найдено',
	'Unprocessable Entity': 'Необрабатываемый запрос',
	'Invalid user name or password': 'Неверный логин или пароль',
	'Request data can not be empty': 'Данные запроса не могут быть пустыми',
	'Access denied': 'Нет доступа',
	'Entity not found': 'Сущность не найдена',
};

function translated(body: Json): Json {
	const say = (text: unknown): unknown =>
		typeof text === 'string' ? (russian[text] ?? text) : text;
	return { ...body, title: say(body['title']), detail: say(body['detail']) };
}
