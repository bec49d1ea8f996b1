/** Prints the README's table of the shapes that are read. */
import { formatsTable } from '../src/digest/formats/table.ts';

process.stdout.write(`${formatsTable()}\n`);
