/** Prints the table of docs/adding.md of the shapes that are read. */
import { formatsTable } from '../src/digest/formats/table.ts';

process.stdout.write(`${formatsTable()}\n`);
