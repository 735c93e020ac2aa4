/** Who loads on the machine of the database itself, as the journal of writes names it. */
export const HERE = "this machine";
