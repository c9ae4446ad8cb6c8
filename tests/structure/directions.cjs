// Who may know whom, types included: features -> app -> engine, and ui beside app; no feature another's inside.

const tests = '(\\.test\\.ts$|^www/features/testing\\.ts$)';
/** What features answer in workers. */
const answers = '/(explorer|uses)\\.ts$';

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never(
      'features-apart',
      'What several features need belongs to a room of app/ or ui/; commands and state are known by name.',
      { path: '^www/features/([^/]+)/', pathNot: tests },
      { path: '^www/features/[^/]+/', pathNot: '^www/features/$1/' },
    ),
    never(
      'rooms-know-no-feature',
      'Features are registered in features/index.ts, which only the entry knows.',
      { path: '^www/(app|ui|engine)/', pathNot: tests },
      { path: '^www/features/' },
    ),
    never(
      'engine-knows-no-page',
      'Workers, their clients and the protocol serve any page.',
      { path: '^www/engine/', pathNot: tests },
      { path: '^www/(app|ui)/' },
    ),
    never(
      'ui-knows-no-app',
      'What draws and words is given what it needs; types of the protocol it may know.',
      { path: '^www/ui/', pathNot: tests },
      { path: '^www/app/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'page-knows-no-package',
      'What is embedded in other pages builds on the engine and on ui/.',
      { path: '^www/(app|ui|engine|features)/' },
      { path: '^www/packages/' },
    ),
    never(
      'packages-are-thin',
      'Of the app they know what has no state: how a plane lies, and that the latest wins.',
      { path: '^www/packages/', pathNot: tests },
      { path: '^www/(app|features)/', pathNot: '^www/app/(plane/geometry|async/latest)\\.ts$' },
    ),
    never(
      'engine-package-knows-no-ui',
      'It serves pages that show something else.',
      { path: '^www/packages/engine/' },
      { path: '^www/(ui|packages/element)/' },
    ),
    never(
      'views-know-no-worker',
      'Views read state and send commands.',
      { path: '^www/(features|ui)/', pathNot: `(${answers}|${tests})` },
      { path: '^www/engine/(workers|clients|explorer)/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'nothing-knows-setup',
      'The set-up runs in Node only.',
      { path: '^www/(app|ui|features|packages)/', pathNot: tests },
      { path: '^www/setup/' },
    ),
    never(
      'bench-apart',
      'The benchmark page is another page.',
      { path: '^www/(app|ui|engine|features)/', pathNot: '^www/engine/workers/bench' },
      { path: '^www/bench/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.page.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^www/public)' },
  },
};
