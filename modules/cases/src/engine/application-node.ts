/** Node name of the task that is the application form itself. */
export const applicationNode = 'application'
