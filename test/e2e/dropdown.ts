/** The choices of the dropdown that is open; n8n puts them at the end of the page. */
export const OPTION = '.el-select-dropdown__item:visible';
