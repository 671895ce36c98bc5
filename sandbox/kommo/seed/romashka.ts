/** "Ромашка", the Russian account on amoCRM. */
import type { SeedData } from './data';

export const romashka: SeedData = {
	users: [
		{ id: 601, name: 'Ольга Орлова', email: 'olga@romashka.example', admin: true },
		{ id: 602, name: 'Пётр Лебедев', email: 'petr@romashka.example' },
		{ id: 603, name: 'Нина Соколова', email: 'nina@romashka.example', group: 268 },
		{ id: 604, name: 'Бывший Сотрудник', email: 'former@romashka.example', active: false },
	],
	groups: [
		{ id: 0, name: 'Отдел продаж' },
		{ id: 268, name: 'Поддержка' },
	],
	taskTypes: [
		{ id: 1, name: 'Связаться', code: 'FOLLOW_UP' },
		{ id: 2, name: 'Встреча', code: 'MEETING' },
		{ id: 2201, name: 'Выставить счёт', code: null, color: 'FFCE5A' },
	],
	pipelines: [
		{
			id: 950,
			name: 'Воронка',
			firstStatus: 61000,
			incoming: 'Неразобранное',
			stages: ['Первичный контакт', 'Переговоры', 'Принимают решение', 'Согласование договора'],
			won: 'Успешно реализовано',
			lost: 'Закрыто и не реализовано',
		},
	],
	lossReasons: ['Слишком дорого', 'Выбрали других', 'Не отвечает'],
	companies: [
		{ name: 'ООО «Лютик»', phone: '+7 495 123-45-67', legalName: 'ООО «Лютик»', tags: ['партнёр'] },
		{ name: 'Кафе «Берег»', web: 'https://bereg.example' },
	],
	contacts: [
		{
			first: 'Анна',
			last: 'Ромашова',
			phone: '+7 (916) 555-01-01',
			email: 'anna@lutik.example',
			position: 'Директор',
			telegram: '770011',
			company: 0,
			tags: ['vip'],
		},
		{
			first: 'Иван',
			last: 'Петров',
			phone: '8 916 555 01 02',
			email: 'ivan@example.org',
			birthday: '1985-11-02',
		},
		{ first: 'Мария', last: 'Климова', phone: '+79165550103', company: 1 },
		{ first: 'Тимур', last: 'Алиев', email: 'timur@example.org', telegram: '770012' },
	],
	leads: [
		{
			name: 'Букеты на свадьбу',
			price: 45000,
			pipeline: 950,
			status: 61001,
			contacts: [0],
			company: 0,
			channel: 0,
			tags: ['vip'],
		},
		{
			name: 'Оформление кафе',
			price: 120000,
			pipeline: 950,
			status: 61002,
			contacts: [2],
			company: 1,
			owner: 1,
			interests: [3],
		},
		{
			name: 'Подписка на цветы',
			price: 8000,
			pipeline: 950,
			status: 61003,
			contacts: [1],
			channel: 2,
			utm: 'yandex',
		},
		{ name: 'Заявка с сайта', price: 0, pipeline: 950, status: 61000, contacts: [3] },
		{ name: 'Корпоратив', price: 64000, pipeline: 950, status: 142, contacts: [0], company: 0 },
		{
			name: 'Доставка за город',
			price: 3000,
			pipeline: 950,
			status: 143,
			contacts: [1],
			lossReason: 0,
		},
	],
	tasks: [
		{ text: 'Перезвонить по букетам', lead: 0, due: 1 },
		{ text: 'Встреча в кафе', lead: 1, due: 3, type: 2 },
		{ text: 'Уточнить адрес', lead: 2, due: -2, done: 'Адрес записан' },
	],
	notes: [
		{ lead: 0, type: 'common', params: { text: 'Просит скидку' } },
		{ contact: 0, type: 'common', params: { text: 'Звонить после обеда' } },
		{
			lead: 1,
			type: 'call_out',
			params: {
				uniq: 'c-2001',
				duration: 61,
				source: 'ats',
				phone: '+79165550103',
				call_status: 4,
			},
		},
	],
};
