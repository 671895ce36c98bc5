import type { ComagicResource } from '../../fields/comagicField';
import { addCoach } from './addCoach';
import { blockContact } from './blockContact';
import { disconnectLeg } from './disconnectLeg';
import { hold } from './hold';
import { listCalls } from './listCalls';
import { listTalkOptions } from './listTalkOptions';
import { makeCall } from './makeCall';
import { record } from './record';
import { release } from './release';
import { restoreTalk } from './restoreTalk';
import { sendDtmf } from './sendDtmf';
import { startEmployeeCall } from './startEmployeeCall';
import { startInformerCall } from './startInformerCall';
import { startScenarioCall } from './startScenarioCall';
import { startSimpleCall } from './startSimpleCall';
import { startVirtualNumberCall } from './startVirtualNumberCall';
import { tag } from './tag';
import { transfer } from './transfer';
import { unhold } from './unhold';
import { useTalkOption } from './useTalkOption';

export const call: ComagicResource = {
	name: 'Call (Call API)',
	value: 'call',
	operations: [
		addCoach,
		blockContact,
		makeCall,
		disconnectLeg,
		hold,
		listCalls,
		listTalkOptions,
		record,
		release,
		restoreTalk,
		sendDtmf,
		startEmployeeCall,
		startInformerCall,
		startScenarioCall,
		startSimpleCall,
		startVirtualNumberCall,
		tag,
		transfer,
		unhold,
		useTalkOption,
	],
};
