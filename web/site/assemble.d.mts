export function staticSurvey(html: string, noScript: string): string;
export function assemble(dist: string): void;
