'use strict';
// Runs ahead of the npm scripts on whatever Node.js there is: so no syntax that an old one does not know.
// Where the lockfile holds a Node.js for the platform, it is that one; elsewhere it is the machine's own.
var version = process.versions.node;
var parts = version.split('.').map(Number);
// From these versions on, TypeScript runs as it is.
var since = { 22: 18, 23: 6 }[parts[0]];

if (parts[0] < 22 || parts[1] < since) {
  console.error(
    'Offprint needs Node.js 22.18 or newer; this is ' +
      version +
      ', and none comes along for ' +
      process.platform +
      '-' +
      process.arch +
      '. Install one from https://nodejs.org/ and run the command again.',
  );
  process.exitCode = 1;
}
