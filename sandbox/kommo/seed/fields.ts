/** Custom fields of both accounts: every type of §4.13 where §4.12 allows it. */
import type { EntityType, StoredCustomField } from '../model';

interface FieldSpec {
	/** Added to the account's id base. */
	id: number;
	type: string;
	en: string;
	ru: string;
	code?: string;
	/** English, Russian, code. */
	options?: Array<readonly [string, string, (string | null)?]>;
	extra?: Partial<StoredCustomField>;
}

const phoneKinds = ['WORK', 'WORKDD', 'MOB', 'FAX', 'HOME', 'OTHER'];
const emailKinds = ['WORK', 'PRIV', 'OTHER'];
const asOptions = (codes: string[]) => codes.map((code) => [code, code, code] as const);
const predefined = { is_predefined: true };
const tracking = [
	'UTM_SOURCE',
	'UTM_MEDIUM',
	'UTM_CAMPAIGN',
	'UTM_TERM',
	'UTM_CONTENT',
	'UTM_REFERRER',
	'REFERRER',
	'GCLID',
	'FBCLID',
];

/** Ids of fields the seeded values refer to. */
export const fieldId = {
	phone: 3001,
	email: 3002,
	position: 3003,
	telegram: 3004,
	birthday: 3005,
	channel: 3101,
	budgetHours: 3103,
	interests: 3104,
	visit: 3105,
	delivery: 3106,
	isUrgent: 3107,
	site: 3109,
	utmSource: 3121,
	companyPhone: 3201,
	companyWeb: 3203,
	legal: 3206,
} as const;

const leadFields: FieldSpec[] = [
	{
		id: fieldId.channel,
		type: 'select',
		en: 'Channel',
		ru: 'Канал',
		code: 'CHANNEL',
		options: [
			['Referral', 'Рекомендация'],
			['Ads', 'Реклама'],
			['Website', 'Сайт'],
		],
	},
	{ id: 3102, type: 'text', en: 'Contract no.', ru: 'Номер договора' },
	{ id: fieldId.budgetHours, type: 'numeric', en: 'Budget (hours)', ru: 'Бюджет, часов' },
	{
		id: fieldId.interests,
		type: 'multiselect',
		en: 'Interests',
		ru: 'Интересы',
		options: [
			['Windows', 'Окна'],
			['Doors', 'Двери'],
			['Roofing', 'Кровля'],
			['Garden', 'Сад'],
		],
	},
	{ id: fieldId.visit, type: 'date', en: 'Visit date', ru: 'Дата визита' },
	{
		id: fieldId.delivery,
		type: 'radiobutton',
		en: 'Delivery',
		ru: 'Доставка',
		options: [
			['Pick-up', 'Самовывоз', 'PICKUP'],
			['Courier', 'Курьер', 'COURIER'],
		],
	},
	{ id: fieldId.isUrgent, type: 'checkbox', en: 'Urgent', ru: 'Срочно' },
	{ id: 3108, type: 'date_time', en: 'Meeting at', ru: 'Встреча' },
	{ id: fieldId.site, type: 'url', en: 'Site', ru: 'Сайт' },
	{ id: 3110, type: 'textarea', en: 'Wishes', ru: 'Пожелания' },
	{ id: 3111, type: 'streetaddress', en: 'Short address', ru: 'Короткий адрес' },
	{ id: 3112, type: 'smart_address', en: 'Object address', ru: 'Адрес объекта' },
	{ id: 3113, type: 'monetary', en: 'Deposit', ru: 'Задаток' },
	{ id: 3114, type: 'legal_entity', en: 'Payer entity', ru: 'Юр. лицо плательщика' },
	{ id: 3115, type: 'file', en: 'Drawing', ru: 'Чертёж' },
	{
		id: 3116,
		type: 'linked_entity',
		en: 'Recommended by',
		ru: 'Кто рекомендовал',
		extra: { search_in: 'contacts' },
	},
	{
		id: 3117,
		type: 'chained_list',
		en: 'Product line',
		ru: 'Линейка',
		extra: {
			chained_lists: [
				{ title: 'Line', catalog_id: 2001, parent_catalog_id: null },
				{ title: 'Model', catalog_id: 2002, parent_catalog_id: 2001 },
			],
		},
	},
	...tracking.map((code, i) => ({
		id: fieldId.utmSource + i,
		type: 'tracking_data',
		en: code.toLowerCase(),
		ru: code.toLowerCase(),
		code,
		extra: { ...predefined, group_id: 'statistic' },
	})),
];

const contactFields: FieldSpec[] = [
	{
		id: fieldId.phone,
		type: 'multitext',
		en: 'Phone',
		ru: 'Телефон',
		code: 'PHONE',
		options: asOptions(phoneKinds),
		extra: predefined,
	},
	{
		id: fieldId.email,
		type: 'multitext',
		en: 'Email',
		ru: 'Email',
		code: 'EMAIL',
		options: asOptions(emailKinds),
		extra: predefined,
	},
	{
		id: fieldId.position,
		type: 'text',
		en: 'Position',
		ru: 'Должность',
		code: 'POSITION',
		extra: predefined,
	},
	{ id: fieldId.telegram, type: 'text', en: 'Telegram ID', ru: 'Telegram ID', code: 'TELEGRAM_ID' },
	{
		id: fieldId.birthday,
		type: 'birthday',
		en: 'Birthday',
		ru: 'День рождения',
		extra: { remind: 'day' },
	},
	{
		id: 3006,
		type: 'select',
		en: 'Language',
		ru: 'Язык',
		options: [
			['English', 'Английский', 'EN'],
			['Spanish', 'Испанский', 'ES'],
			['Russian', 'Русский', 'RU'],
		],
	},
	{ id: 3007, type: 'checkbox', en: 'Newsletter', ru: 'Рассылка' },
	{ id: 3008, type: 'smart_address', en: 'Address', ru: 'Адрес' },
	{ id: 3009, type: 'numeric', en: 'Loyalty points', ru: 'Баллы' },
	{ id: 3010, type: 'file', en: 'Signed consent', ru: 'Согласие' },
];

const companyFields: FieldSpec[] = [
	{
		id: fieldId.companyPhone,
		type: 'multitext',
		en: 'Phone',
		ru: 'Телефон',
		code: 'PHONE',
		options: asOptions(phoneKinds),
		extra: predefined,
	},
	{
		id: 3202,
		type: 'multitext',
		en: 'Email',
		ru: 'Email',
		code: 'EMAIL',
		options: asOptions(emailKinds),
		extra: predefined,
	},
	{ id: fieldId.companyWeb, type: 'url', en: 'Web', ru: 'Сайт', code: 'WEB', extra: predefined },
	{ id: 3204, type: 'textarea', en: 'Address', ru: 'Адрес', code: 'ADDRESS', extra: predefined },
	{
		id: 3205,
		type: 'multiselect',
		en: 'Industry',
		ru: 'Отрасль',
		options: [
			['Construction', 'Строительство'],
			['Retail', 'Торговля'],
			['Services', 'Услуги'],
		],
	},
	{ id: fieldId.legal, type: 'legal_entity', en: 'Legal entity', ru: 'Юр. лицо' },
	{ id: 3207, type: 'org_legal_name', en: 'Legal name', ru: 'Юридическое название' },
	{ id: 3208, type: 'monetary', en: 'Credit limit', ru: 'Кредитный лимит' },
];

const specs: Readonly<Record<EntityType, FieldSpec[]>> = {
	leads: leadFields,
	contacts: contactFields,
	companies: companyFields,
};

/** Definitions in the account's language; enum ids follow the field's id: 310101, 310102 … */
export function seedFields(
	idBase: number,
	language: 'en' | 'ru',
	currency: string,
): StoredCustomField[] {
	return (['contacts', 'leads', 'companies'] as const).flatMap((type) =>
		specs[type].map((spec, i): StoredCustomField => ({
			id: idBase + spec.id,
			entity_type: type,
			name: spec[language],
			type: spec.type,
			code: spec.code ?? null,
			sort: 500 + i,
			group_id: null,
			enums: spec.options ? enumsOf(spec, idBase, language) : null,
			currency: spec.type === 'monetary' ? currency : null,
			remind: null,
			is_predefined: false,
			is_api_only: false,
			chained_lists: null,
			search_in: null,
			...spec.extra,
		})),
	);
}

function enumsOf(
	spec: FieldSpec,
	idBase: number,
	language: 'en' | 'ru',
): StoredCustomField['enums'] {
	return (spec.options ?? []).map(([en, ru, code], i) => ({
		id: (idBase + spec.id) * 100 + i + 1,
		value: language === 'en' ? en : ru,
		sort: i + 1,
		code: code ?? null,
	}));
}
