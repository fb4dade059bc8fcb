import type { Messages } from '../messages.ts'

export const next: Messages['next'] = {
  title: 'Vad som kan följa',
  none: 'Ingen annan stig följer av den här.',
  link: 'Se vilka svar du kan ta med dig',
  carries: 'De här svaren kan du ta med dig',
  carriesHint: 'Ta bort krysset om du inte vill ta med ett svar. Du kan också ändra svaren längs vägen.',
  sensitive: 'Det här är en känslig uppgift. Den följer med bara om du väljer den.',
  nothing: 'Inga svar följer med. Stigen börjar från början.',
  apart: 'Den nya genomgången står för sig själv: där syns inte var du kom ifrån.',
  start: (title) => `Börja stigen: ${title}`,
  carried: 'De här svaren följde med. Du ser dem när frågan kommer, och du kan ändra dem.',
}
