// Loaded ahead of a command (`node --import`): what Node has made of its files is kept in the folder for temporary
// files, so that the next start takes half the time.
import { enableCompileCache } from 'node:module';

enableCompileCache();
