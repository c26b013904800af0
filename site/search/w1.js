runbookSearch("w1","36439fc4","#yet $ou &r 's $um #zone","$%$&$$");
