/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-XTMSBSQF.js";import"./board-ML3NNHGA.js";import"./board-KYIRGFZR.js";import"./board-MDZKHNOU.js";export{o as Link,r as Pick};
