const { dest, parallel, src } = require('gulp');

const to = 'dist';
// keep every path: n8n resolves 'file:../icons/x.svg' from the compiled file's own folder
const binary = { base: '.', encoding: false };

const icons = () => src(['icons/**/*.{svg,png}', 'nodes/**/*.{svg,png}'], binary).pipe(dest(to));
const codex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest(to));

exports.assets = parallel(icons, codex);
