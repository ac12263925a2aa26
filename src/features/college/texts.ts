export const collegeJournal: Record<string, string> = {
  'college.created': 'Колледж создан',
  'college.changed': 'Сведения о колледже изменены',
  'college.director-named': 'Назван руководитель',
};
