// No circle of values, neither between files nor between folders. Types alone may refer to each other: they are gone when
// the page runs.

module.exports = {
  forbidden: [
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-circle-of-folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.page.json' },
    tsPreCompilationDeps: false,
    exclude: { path: '(^www/public|\\.test\\.ts$|^www/features/testing\\.ts$|node_modules)' },
  },
};
