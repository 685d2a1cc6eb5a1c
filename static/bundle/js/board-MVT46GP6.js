/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-ML3NNHGA.js";import"./board-KYIRGFZR.js";import"./board-MDZKHNOU.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
