export * from './call.ts';
export * from './call-figures.ts';
export * from './history.ts';
export * from './outcome.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './progression.ts';
export * from './routes.ts';
