/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-4FWRBDJ7.js";import"./board-IIZNSKHC.js";import"./board-BHS63AD3.js";import"./board-7DYWCXL2.js";export{o as Link,r as Pick};
