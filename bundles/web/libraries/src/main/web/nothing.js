// In the place of what would count users in somebody else's statistics.
export const usageStatistics = () => {};
export const runIfDevelopmentMode = () => {};
