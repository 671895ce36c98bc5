/** Which methods have a state; the others are answered from their page. */
import { accessHandlers } from './access';
import type { Handler, Handlers } from './call';
import { entityHandlers } from './entities';
import { statHandlers } from './dailyStat';
import { numberHandlers, numberKinds } from './numbers';
import { peopleKinds } from './people';
import { peopleHandlers } from './peopleActions';
import { reportHandlers } from './reports';
import { sample } from './sample';
import { settingKinds } from './sites';
import { tagHandlers } from './tags';
import { uploadHandlers } from './uploads';

const HANDLERS: Handlers = {
	...accessHandlers,
	...reportHandlers,
	...tagHandlers,
	...entityHandlers([...settingKinds, ...peopleKinds, ...numberKinds]),
	...peopleHandlers,
	...numberHandlers,
	...statHandlers,
	...uploadHandlers,
};

export const handlerOf = (method: string): Handler => HANDLERS[method] ?? sample;
