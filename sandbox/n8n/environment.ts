/** What a program needs of the user's own environment to run at all, and nothing that configures n8n. */
const INHERITED =
	/^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|APPDATA|LOCALAPPDATA|USERPROFILE)$/i;

/** Everything with which n8n would call its maker or the internet. */
const SILENT = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	// each of these modules fetches a catalogue of its own
	N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
};

export interface N8nSettings {
	port: number;
	/** Port of n8n's task runner broker; n8n's default would clash with a second n8n. */
	brokerPort: number;
	/** n8n keeps everything in its subfolder `.n8n`. */
	userFolder: string;
	/** Address that the user and the services call. */
	url: string;
}

/**
 * The whole environment of the n8n process. The caller's own N8N_*, DB_* and proxy variables
 * are left out on purpose: they would turn the demo into another n8n than the tested one.
 */
export function n8nEnvironment(
	{ port, brokerPort, userFolder, url }: N8nSettings,
	extra: Record<string, string> = {},
	own: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	const inherited = Object.entries(own).filter(([name]) => INHERITED.test(name));
	return {
		...Object.fromEntries(inherited),
		...SILENT,
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: 'localhost',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		// a browser drops secure cookies of a plain http address
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		DB_TYPE: 'sqlite',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		GENERIC_TIMEZONE: 'UTC',
		N8N_LOG_OUTPUT: 'console',
		NO_COLOR: '1',
		...extra,
	};
}
