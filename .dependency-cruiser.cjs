// Who may know whom. Each rule's comment is what one reads when it is broken.
// Tried in script/support/boundaries.test.ts, which has a violation of each.

const test = '\\.test\\.tsx?$'
const typesOnly = ['type-only', 'type-import']
const compositionRoot = '^src/(main|cli|app|config)(\\.|/)'

/** A word of a module's vocabulary, as a file or as a folder: `rules.ts`, `rules/tally.ts`. */
const word = names => `^src/modules/[^/]+/(${names})(\\.tsx?$|/)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What goes in a circle can only be understood, tested and moved as one lump.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody uses this file and it uses nobody. Remove it, or use it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [test, '\\.d\\.ts$', '^src/islands/', '^(tests|bench)/', '^src/(main|cli)\\.ts$'],
      },
      to: {},
    },
    {
      name: 'is-there',
      comment: 'The import leads nowhere: a wrong path, or a package that is not in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'is-in-package-json',
      comment: 'The package came by chance with another one. Put it in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'An installation has no development dependencies; src may not need them.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: typesOnly },
    },
    {
      name: 'product-stands-alone',
      comment: 'src knows nothing of its tests, measurements, build and scripts.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^(tests|bench|build|script|demo)/' },
    },
    {
      name: 'test-support-is-for-tests',
      comment: 'tests/support may be used by tests and measurements only.',
      severity: 'error',
      from: { pathNot: [test, '^tests/', '^bench/'] },
      to: { path: '^tests/' },
    },
    {
      name: 'composition-root-is-last',
      comment: 'main, cli, app and config see everything, so nobody may see them.',
      severity: 'error',
      from: { path: '^(src|script|build)/', pathNot: [compositionRoot, test] },
      to: { path: compositionRoot },
    },
    {
      name: 'platform-knows-nothing-of-ours',
      comment: 'platform has no word of the domain and no looks. What it must render it gets as an argument.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(ui|modules|islands)/' },
    },
    {
      name: 'ui-knows-nothing-of-ours',
      comment: 'ui holds components that would fit another product: of ours it knows languages and results.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: { path: '^src/', pathNot: ['^src/ui/', '^src/platform/i18n/', '^src/platform/result\\.ts$'] },
    },
    {
      name: 'ui-runs-anywhere',
      comment: 'A component is rendered on the server and in the browser; it has no files, database or HTTP.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: {
        path: '(^|/)node_modules/(fastify|@fastify|kysely|pg|pg-boss|nodemailer)(/|$)',
        dependencyTypesNot: typesOnly,
      },
    },
    {
      name: 'ui-runs-anywhere',
      comment: 'A browser has no modules of Node.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-views-use-ui',
      comment: 'The look of a page is decided in views; routes hand a model to a view.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, compositionRoot, '^src/(ui|islands|platform)/', word('views')] },
      to: { path: '^src/ui/' },
    },
    {
      name: 'modules-meet-at-the-door',
      comment:
        "Another module is used through its index.ts only. (Tests and builders also build with others' builders.)",
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: [test, word('builders')] },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-meet-at-the-door',
      comment: 'Another module is used through its index.ts and, when test data is built, its builders.',
      severity: 'error',
      from: { path: ['^src/modules/([^/]+)/.*\\.test\\.tsx?$', '^src/modules/([^/]+)/builders(\\.ts$|/)'] },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/($1|$2)/', '^src/modules/[^/]+/index\\.ts$', word('builders')],
      },
    },
    {
      name: 'case-data-stays-with-the-parties',
      comment:
        'An association handles no individual cases, so nobody imports plans, mapping or teamwork. What must travel goes as an event.',
      severity: 'error',
      from: { path: '^src/(platform|ui|islands|modules/([^/]+))/' },
      to: { path: '^src/modules/(plans|mapping|teamwork)/', pathNot: '^src/modules/$2/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules hold the domain without clock, chance, database or HTTP: from outside they take types only.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/rules(\\.ts$|/)', pathNot: test },
      to: {
        pathNot: ['^src/modules/$1/rules(\\.ts$|/)', '^src/platform/result\\.ts$', '^(node:)?crypto$'],
        dependencyTypesNot: typesOnly,
      },
    },
    {
      name: 'only-commands-and-queries-use-the-database',
      comment:
        'In a module only commands, queries and tables (and builders of test data) touch the database.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [test, word('commands|queries|tables|builders|events')] },
      to: {
        path: ['^src/platform/database/', '(^|/)node_modules/(@types/)?(kysely|pg|pg-boss)(/|$)'],
        pathNot: '^src/platform/database/(actor|database|tables)\\.ts$',
      },
    },
    {
      name: 'only-commands-and-queries-use-the-database',
      comment:
        'An event is announced in the transaction of its fact, so it knows that type; it reads and writes nothing.',
      severity: 'error',
      from: { path: word('events'), pathNot: test },
      to: {
        path: ['^src/platform/database/', '(^|/)node_modules/(@types/)?(kysely|pg|pg-boss)(/|$)'],
        dependencyTypesNot: typesOnly,
      },
    },
    {
      name: 'only-commands-and-queries-use-the-database',
      comment:
        'Who acts, and the database and the reader that a route is given, are types that all may know; to begin as somebody is not.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [test, word('commands|queries|tables|builders')] },
      to: { path: '^src/platform/database/(actor|database|tables)\\.ts$', dependencyTypesNot: typesOnly },
    },
    {
      name: 'islands-run-in-the-browser',
      comment:
        "An island has other islands, ui, languages, results and a module's views, messages and rules; nothing of the server.",
      severity: 'error',
      from: { path: '^src/islands/', pathNot: test },
      to: {
        path: '^src/',
        pathNot: [
          '^src/(islands|ui|platform/i18n)/',
          '^src/platform/result\\.ts$',
          word('views|messages|rules'),
        ],
      },
    },
    {
      name: 'islands-run-in-the-browser',
      comment: 'A browser has no modules of Node.',
      severity: 'error',
      from: { path: '^src/islands/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'islands-are-loaded-not-imported',
      comment:
        'An island is loaded by a page; what server and browser share lies in ui, views, messages or rules.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/islands/'] },
      to: { path: '^src/islands/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: a circle or a forbidden door does not become right because only a type goes through it.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
